import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Tests run the source as it is, as `exports` in package.json offers it to our own scripts.
  resolve: { conditions: ['fairlead-source'] },
  ssr: { resolve: { conditions: ['fairlead-source'] } },
  test: { include: ['test/**/*.test.ts'], exclude: ['test/e2e/**'] },
});
