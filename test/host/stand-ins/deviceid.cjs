'use strict';
// For @vscode/deviceid, which reads the machine's identity: a test host has none.
module.exports.getDeviceId = () => Promise.resolve('00000000-0000-0000-0000-000000000000');
