import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const longest = 10

/**
 * Each folder of the house without a README, or with one of more than ten lines.
 *
 * @param {string} folder the project's folder
 * @returns {string[]}
 */
export function readmeFindings(folder) {
  const rooms = ['packages', 'apps', 'catalogue'].flatMap((parent) =>
    readdirSync(join(folder, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !/^(node_modules|dist|testing)$/.test(entry.name))
      .map((entry) => `${parent}/${entry.name}`),
  )
  return [...rooms, 'catalogue', 'e2e', 'bench', 'scripts'].flatMap((room) => {
    const readme = join(folder, room, 'README.md')
    if (!existsSync(readme)) return [`${room} heeft geen README.md: zeg daar wat hier staat.`]
    const lines = readFileSync(readme, 'utf8').trimEnd().split('\n').length
    return lines > longest
      ? [`${room}/README.md telt ${lines} regels: meer dan ${longest} is te lang.`]
      : []
  })
}
