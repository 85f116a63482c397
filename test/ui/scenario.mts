import type { WorkbenchOptions } from '../host/start-workbench.mts';
import type { Workbench } from '../host/workbench.mts';

/** What a person does with the workbench, in order. `*.scenario.mts` beside this file export one as `scenario`. */
export interface Scenario extends Omit<WorkbenchOptions, 'host' | 'extension'> {
  readonly name: string;
  /** Hosts that it is for; only `server` when left out. */
  readonly hosts?: readonly NonNullable<WorkbenchOptions['host']>[];
  play(workbench: Workbench, step: (what: string) => void): Promise<void>;
}
