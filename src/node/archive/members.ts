import { UnreadableError } from '../read-chunks.ts';
import type { Bytes, Target } from '../targets.ts';
import { crc32 } from './crc32.ts';
import { gunzipped, inflated } from './inflate.ts';
import { archiveKind, type ArchiveKind } from './kind.ts';
import { createBudget, LIMITS, type Budget, type Limits } from './limits.ts';
import { heldInMemory, openRandomAccess, type RandomAccess } from './random-access.ts';
import { packedBytes, zipEntries, type ZipEntry } from './zip.ts';

/**
 * The files in an archive, as targets called `archive!member`, those of archives inside too. What
 * cannot be read comes as an unreadable target. To be read one after the other, as they come.
 */
export function* membersOf(target: Target, limits: Limits = LIMITS): Generator<Target> {
  const kind = archiveKind(target.path);
  if (kind !== undefined) yield* opened(target, kind, createBudget(limits), 1);
}

function* opened(
  target: Target,
  kind: ArchiveKind,
  budget: Budget,
  depth: number,
): Generator<Target> {
  try {
    if (depth > budget.limits.depth) throw new UnreadableError('archive-limit');
    const inside = kind === 'gz' ? gzMember(target, budget) : zipMembers(target, budget);
    for (const member of inside) {
      const nested = member.kind === 'file' ? archiveKind(member.path) : undefined;
      if (nested === undefined) yield member;
      else yield* opened(member, nested, budget, depth + 1);
    }
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    yield {
      kind: 'unreadable',
      path: target.path,
      root: target.root,
      bytes: () => [],
      code: error.code,
    };
  }
}

/** A member as a target; compared with the member of the same name in the older archive. */
function memberTarget(archive: Target, name: string, bytes: Bytes): Target {
  const path = `${archive.path}!${name}`;
  const { older } = archive;
  return {
    kind: 'file',
    path,
    root: archive.root,
    bytes,
    ...(older && { older: async () => sameMember(archive, path, await older()) }),
  };
}

/** The bytes of the member at `path` in another version of the archive. */
function sameMember(archive: Target, path: string, bytes: Bytes | undefined): Bytes | undefined {
  if (bytes === undefined) return undefined;
  const { kind, root } = archive;
  const other: Target = { kind, path: archive.path, root, bytes };
  const budget = createBudget(LIMITS);
  const inside =
    archiveKind(archive.path) === 'gz' ? gzMember(other, budget) : zipMembers(other, budget);
  try {
    for (const member of inside) {
      // The archive is closed with its members: what is needed of it is held.
      if (member.path === path) {
        const held = heldInMemory(member.bytes(), LIMITS.held);
        return () => [held.read(0, held.size)];
      }
    }
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
  }
  return undefined;
}

/** RFC 1952: the name is the archive's own without its ending; the one inside is often an old one. */
function* gzMember(archive: Target, budget: Budget): Generator<Target> {
  budget.member();
  const name = archive.path.replace(/^.*[/\\!]/, '').replace(/\.gz$/i, '');
  yield memberTarget(archive, name, () => gunzipped(archive.bytes(), budget));
}

function* zipMembers(archive: Target, budget: Budget): Generator<Target> {
  const input =
    archive.place === undefined
      ? heldInMemory(archive.bytes(), budget.limits.held)
      : openRandomAccess(archive.place);
  try {
    for (const entry of zipEntries(input)) {
      if (entry.isFolder) continue;
      budget.member();
      const { name, isEncrypted, method } = entry;
      const member = memberTarget(archive, name, () => unpacked(input, entry, budget));
      const code = isEncrypted ? 'archive-encrypted' : 'archive-method';
      const isReadable = !isEncrypted && (method === 0 || method === 8);
      yield isReadable ? member : { ...member, kind: 'unreadable', code };
    }
  } finally {
    input.close();
  }
}

/** @throws UnreadableError `archive-damaged` also when the check sum is wrong, at the end */
function* unpacked(input: RandomAccess, entry: ZipEntry, budget: Budget) {
  const packed = packedBytes(input, entry);
  let crc = 0;
  for (const part of entry.method === 0 ? counted(packed, budget) : inflated(packed, budget)) {
    crc = crc32(part, crc);
    yield part;
  }
  if (crc !== entry.crc) throw new UnreadableError('archive-damaged');
}

function* counted(parts: Iterable<Uint8Array>, budget: Budget) {
  for (const part of parts) {
    budget.unpacked(part.length, 0, 0);
    yield part;
  }
}
