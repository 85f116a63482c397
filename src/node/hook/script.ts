/** Name of the hook, and of the one that was there before. */
export const HOOK = 'pre-commit';
export const KEPT = 'pre-commit.before-leaklint';

/** The line by which our own hook is known again. */
const MARK = '# Installed by "leaklint hook install"; "leaklint hook uninstall" removes it.';

export function isOurs(script: string): boolean {
  return script.includes(MARK);
}

/**
 * The pre-commit hook. Git runs it by `sh`, on Windows too, at the top of the work tree. It looks
 * for the project's own Leaklint, then for the one that installed it, then on the path, and
 * refuses the commit when there is none: silence must mean that somebody looked.
 *
 * @param node absolute path of the Node that installed it: GUI clients often have none on the path.
 *   VS Code's own program is one too when it is told so by a variable
 * @param command absolute path of the command line that installed it
 */
export function hookScript(node: string, command: string): string {
  return `#!/bin/sh
${MARK}
kept="$(dirname "$0")/${KEPT}"
if [ -x "$kept" ]; then
  "$kept" "$@" || exit $?
fi
node=${quoted(node)}
[ -x "$node" ] || node=node
ELECTRON_RUN_AS_NODE=1
export ELECTRON_RUN_AS_NODE
for command in node_modules/leaklint/dist/cli.js ${quoted(command)}; do
  [ -f "$command" ] && exec "$node" "$command" hook run
done
command -v leaklint >/dev/null 2>&1 && exec leaklint hook run
echo 'leaklint: the hook cannot find Leaklint. Install it, or remove this hook:' >&2
echo "  rm '$0'" >&2
exit 3
`;
}

/** POSIX sh (XCU 2.2.2): nothing is special between single quotes but the quote itself. */
function quoted(path: string): string {
  return `'${path.replaceAll('\\', '/').replaceAll("'", `'\\''`)}'`;
}
