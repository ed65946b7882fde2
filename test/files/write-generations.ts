/**
 * A process of its own that writes trees until it is killed or done: `node write-generations.ts <target> <first> <count> <files>`.
 * Prints `writing <n>` before each and `wrote <n>` or `locked <n>` after it.
 */
import { LockedError } from '../../constructs/files/write-error.ts';
import { writeTree } from '../../constructs/files/write-tree.ts';
import { generation } from './generation.ts';

const [target = '', first = '0', count = '1', files = '100'] = process.argv.slice(2);
for (let n = Number(first); n < Number(first) + Number(count); n++) {
  process.stdout.write(`writing ${n}\n`);
  try {
    writeTree(target, generation(n, Number(files)));
    process.stdout.write(`wrote ${n}\n`);
  } catch (error) {
    if (!(error instanceof LockedError)) throw error;
    process.stdout.write(`locked ${n}\n`);
  }
}
