// Tells at the end which files were loaded.
process.on('exit', () => {
  process.stderr.write(`\nLOADED ${JSON.stringify(Object.keys(require.cache))}\n`);
});
