#!/usr/bin/env -S node --disable-warning=MODULE_TYPELESS_PACKAGE_JSON
import { spawnSync } from 'node:child_process';
import { newerNode } from './newer-node.ts';

// Nothing else is imported before it is known that this Node can run it.
if (process.features.typescript) {
  const { main } = await import('./main.ts');
  await main();
} else {
  const node = newerNode();
  if (node === undefined) {
    process.stderr.write(
      `Fairlead reads definitions in TypeScript, which Node does from 22.18 on; this is ${process.version}, and the Node that comes with Fairlead is not installed here. Fix: install Node 24, or install without --omit=optional.\n`,
    );
    process.exitCode = 3;
  } else {
    process.exitCode =
      spawnSync(node, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit' }).status ?? 70;
  }
}
