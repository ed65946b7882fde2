import { FileTree } from '../../constructs/files/file-tree.ts';

/** The n-th version of a big tree: one file in three changes from one to the next, and one in six comes or goes. */
export function generation(n: number, files: number): FileTree {
  const tree = new FileTree();
  tree.add('README.md', `generation ${n}\n`, 'a test');
  for (let i = 0; i < files; i++) {
    const service = `apps/service-${Math.floor(i / 6)}`;
    if (i % 6 === 5 && n % 2 === 0) continue;
    tree.add(`${service}/file-${i}.yaml`, `n: ${i % 3 === 0 ? n : 'same'}\n${'#\n'.repeat(i % 50)}`, 'a test');
  }
  return tree;
}
