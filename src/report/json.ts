import { findingJson } from './finding-json.ts';
import type { Reporter } from './reporter.ts';

/** Version of the document's form; raised when a reader of the old form could go wrong. */
const VERSION = 1;

/** One document: `{version, findings, unusedDirectives, summary}`, written as it comes. */
export function jsonReporter(): Reporter {
  const unused: object[] = [];
  let first = true;
  return {
    begin: () => `{"version":${VERSION},"findings":[`,
    finding(path, finding) {
      const separator = first ? '\n' : ',\n';
      first = false;
      return separator + findingJson(path, finding);
    },
    unused(path, { start, end, message }) {
      unused.push({ path, start, end, message: message.en });
      return '';
    },
    fileEnd: () => '',
    end({ byRule, ...summary }) {
      const rest = {
        unusedDirectives: unused,
        summary: { ...summary, byRule: Object.fromEntries(byRule) },
      };
      // The rest of the object, without its opening brace.
      return `\n],${JSON.stringify(rest).slice(1)}\n`;
    },
  };
}
