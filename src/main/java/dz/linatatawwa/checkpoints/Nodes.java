package dz.linatatawwa.checkpoints;

/** The hashes of whole subtrees, wherever they are kept. */
interface Nodes {

  /** The hash over the leaves {@code index << level} up to {@code (index + 1) << level}, all of which are there. */
  byte[] node(int level, long index);
}
