/** The few things that policy and scanning need of a file system. Paths use `/`. */
export interface FileSystem {
  /** The file's bytes, or undefined when there is no such file. Throws when it cannot be read. */
  read(path: string): Promise<Uint8Array | undefined>;
}
