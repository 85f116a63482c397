export { begin, collect, runEnd, waiting } from './scan';
export {
  cellCount,
  lineCount,
  openTable,
  readRows,
  recordCount,
  rowCount,
  setBases,
  surplusBytes,
  wasOdd,
} from './table';
