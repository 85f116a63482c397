// node --require: writes the greatest resident size in bytes to the file PEAK_MEMORY when the process ends.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  // getrusage(2): kilobytes.
  writeFileSync(process.env.PEAK_MEMORY, String(process.resourceUsage().maxRSS * 1024));
});
