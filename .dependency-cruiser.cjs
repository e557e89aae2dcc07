// Who may import whom: the table of docs/architecture.md. Tests are held to it too, save that they
// may use the catalogue. scripts/borders.test.ts proves that each of these rules can fail.

const tests = [
  '^(packages|apps|catalogue)/.*\\.test\\.tsx?$',
  '^(packages|apps|catalogue)/.*/testing/',
  '^catalogue/testing/',
]

/** Everything of ours outside the given folders, written as what a path must not start with. */
const allBut = (...folders) => `^(?!(${folders.join('|')})/)(packages|apps|catalogue)/`

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'Two files that need each other are one concept, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolves',
      comment: 'An import that leads nowhere would slip through every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'core-imports-nobody',
      comment: 'The core is the heart: events, routes, fold, terms. Nothing may pull at it.',
      severity: 'error',
      from: { path: '^packages/core/' },
      to: { path: allBut('packages/core', 'catalogue') },
    },
    {
      name: 'core-is-pure',
      comment: 'No files, no network, no processes: the core must also run in a browser.',
      severity: 'error',
      from: { path: '^packages/core/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'charts-imports-nobody',
      comment: 'A drawing knows no more of the house than what it is given to draw.',
      severity: 'error',
      from: { path: '^packages/charts/' },
      to: { path: allBut('packages/charts') },
    },
    {
      name: 'charts-is-pure',
      comment: 'The same code draws on a server and in a browser.',
      severity: 'error',
      from: { path: '^packages/charts/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'charts-is-for-ui-and-reports',
      comment: 'A program asks them for a chart, so that a screen and a report draw the same one.',
      severity: 'error',
      from: {
        path: '^(packages|apps|catalogue)/',
        pathNot: [...tests, '^packages/(charts|ui|reports)/'],
      },
      to: { path: '^packages/charts/' },
    },
    {
      name: 'catalogue-only-defines',
      comment: 'The catalogue is data: definitions made with core and figures, and nothing else.',
      severity: 'error',
      from: { path: '^catalogue/' },
      to: { path: allBut('catalogue', 'packages/core', 'packages/figures') },
    },
    {
      name: 'catalogue-is-passed-in',
      comment: 'Only the programs (and tests) know the catalogue; everything else is handed it.',
      severity: 'error',
      from: { path: '^(packages|apps)/', pathNot: [...tests, '^apps/(server|cli)/'] },
      to: { path: '^catalogue/' },
    },
    ...['figures', 'programmes', 'simulation', 'exchange', 'store', 'drafts'].map((name) => ({
      name: `${name}-imports-only-core`,
      comment: 'The packages beside each other meet in the programs, not in one another.',
      severity: 'error',
      from: { path: `^packages/${name}/` },
      to: { path: allBut(`packages/${name}`, 'packages/core', 'catalogue') },
    })),
    {
      name: 'reports-imports-core-charts-figures-and-programmes',
      comment: 'A report is made of figures that somebody else calculated.',
      severity: 'error',
      from: { path: '^packages/reports/' },
      to: {
        path: allBut(
          'packages/reports',
          'packages/core',
          'packages/charts',
          'packages/figures',
          'packages/programmes',
          'catalogue',
        ),
      },
    },
    {
      name: 'reports-uses-types-of-figures-and-programmes',
      comment: 'It needs the form of a figure or a part, not the means to calculate or read one.',
      severity: 'error',
      from: { path: '^packages/reports/', pathNot: tests },
      to: { path: '^packages/(figures|programmes)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'ui-imports-core-and-charts',
      comment: 'A component shows what it is given.',
      severity: 'error',
      from: { path: '^packages/ui/' },
      to: { path: allBut('packages/ui', 'packages/core', 'packages/charts', 'catalogue') },
    },
    {
      name: 'web-imports-ui-core-drafts-and-contract',
      comment: 'What the web application knows of the rest, it asks the API.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: {
        path: allBut('apps/web', 'packages/ui', 'packages/core', 'packages/drafts', 'catalogue'),
        pathNot: '^apps/server/src/api/contract\\.ts$',
      },
    },
    {
      name: 'web-uses-types-of-contract',
      comment: 'The schemas themselves stay on the server.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^apps/server/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'markdoc-stays-on-the-server',
      comment: 'A browser writes a text; what template it is, only the server makes of it.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^packages/drafts/src/markdoc/' },
    },
    {
      name: 'packages-import-no-apps',
      comment: 'Programs are built from packages, never the other way round; nor do tests.',
      severity: 'error',
      from: { path: '^(packages|catalogue)/' },
      to: { path: '^apps/' },
    },
    {
      name: 'tests-stay-at-home',
      comment: 'What exists for tests is not part of a program.',
      severity: 'error',
      from: { path: '^(packages|apps|catalogue)/', pathNot: tests },
      to: { path: tests },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.jsx', '.json', '.css', '.d.ts'],
    },
  },
}
