import { Readable } from 'node:stream'
import { importLog } from '../../import/import-log.ts'
import { withHouse } from './with-house.ts'

// Run as a program of its own: opens the house of a data folder, says so, and brings files in.
// `import-files.ts FOLDER FILE…`

const [dataFolder = '', ...paths] = process.argv.slice(2)
const imported = await withHouse(dataFolder, ({ store }) => {
  process.send?.('opened')
  return importLog({ store, paths, input: Readable.from([]), workingFolder: dataFolder })
}).catch((error: Error) => error.message)
process.send?.(imported)
process.disconnect?.()
