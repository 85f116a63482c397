/** Archives whose members are read. */
export type ArchiveKind = 'gz' | 'zip';

/** What a path is called after; the bytes decide whether it is one. */
export function archiveKind(path: string): ArchiveKind | undefined {
  const ending = /\.(gz|zip)$/i.exec(path)?.[1]?.toLowerCase();
  return ending === 'gz' || ending === 'zip' ? ending : undefined;
}
