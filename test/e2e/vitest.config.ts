import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: { conditions: ['fairlead-source'] },
  ssr: { resolve: { conditions: ['fairlead-source'] } },
  test: {
    include: ['test/e2e/**/*.test.ts'],
    // A process of its own for each file: its end takes along the servers that the file started.
    pool: 'forks',
    // One control plane at a time fills two cores.
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 240_000,
    teardownTimeout: 60_000,
  },
});
