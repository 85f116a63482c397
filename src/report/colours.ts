type Paint = (text: string) => string;

/** Colours of a terminal; the identity where there are none. */
export interface Colours {
  readonly error: Paint;
  readonly warning: Paint;
  readonly good: Paint;
  readonly strong: Paint;
  readonly faint: Paint;
}

const asIs: Paint = (text) => text;

/** No colours: for files and pipes. */
export const PLAIN: Colours = {
  error: asIs,
  warning: asIs,
  good: asIs,
  strong: asIs,
  faint: asIs,
};
