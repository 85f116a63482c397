import { DATE_TEST } from '../kernel/wasm/layout.ts';
import { withScanned, type CellTest, type Settled } from '../rule.ts';
import { dateOfCell } from '../text/date-cell.ts';

/**
 * Cells that are a day of these years, the first and the last.
 *
 * @param isSomebodys of a day as yyyymmdd: true of all but New Year's Days and their eves
 */
export function dateCells(
  said: Settled,
  [first, last]: readonly [number, number],
  isSomebodys: (date: number) => boolean = () => true,
): CellTest {
  const test: CellTest = (bytes, start, end) => {
    const date = dateOfCell(bytes, start, end);
    const year = Math.floor(date / 10_000);
    return year >= first && year <= last && isSomebodys(date) ? said : undefined;
  };
  return withScanned(test, { test: DATE_TEST, parameters: [first, last], says: [said] });
}
