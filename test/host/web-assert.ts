// node:assert/strict in the web bundle.
import assert from 'assert';

export = assert.strict;
