import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok, type Result } from '@tijdig/core'
import type { Template, TemplateError } from '@tijdig/reports'
import { type HouseError, houseError } from './house-error.ts'
import { reporting } from './reporting.ts'

/** Templates of the catalogue: `catalogue/<system>/reports/<name>.md`, or `deliveries`. */
export interface TemplateShelf {
  /** All that can be used, by id. */
  list(): Promise<readonly Template[]>
  /** The template with this id, or the only one whose id begins so. */
  find(name: string): Promise<Result<Template, HouseError>>
}

/** Reads the templates when they are first asked for, and keeps them. */
export function openTemplateShelf(folder: string, kind: 'reports' | 'deliveries'): TemplateShelf {
  let read: Promise<Templates> | undefined
  const templates = () => {
    read ??= readTemplates(folder, kind)
    return read
  }
  return {
    list: async () => (await templates()).usable,
    find: async (name) => findTemplate(await templates(), name),
  }
}

interface Templates {
  readonly usable: readonly Template[]
  /** By file, what is wrong with it. */
  readonly broken: ReadonlyMap<string, readonly TemplateError[]>
}

async function readTemplates(folder: string, kind: string): Promise<Templates> {
  const { parseTemplate } = await reporting()
  const usable: Template[] = []
  const broken = new Map<string, readonly TemplateError[]>()
  for (const file of await templateFiles(folder, kind)) {
    const parsed = parseTemplate(await readFile(join(folder, file), 'utf8'))
    if (parsed.ok) usable.push(parsed.value)
    else broken.set(file, parsed.error)
  }
  return { usable: usable.sort((a, b) => (a.id < b.id ? -1 : 1)), broken }
}

async function templateFiles(folder: string, kind: string): Promise<string[]> {
  const files: string[] = []
  for (const system of await readdir(folder, { withFileTypes: true })) {
    if (!system.isDirectory()) continue
    const within = join(system.name, kind)
    const names = await readdir(join(folder, within)).catch(() => [])
    for (const name of names) if (name.endsWith('.md')) files.push(join(within, name))
  }
  return files.sort()
}

function findTemplate({ usable, broken }: Templates, name: string): Result<Template, HouseError> {
  const exact = usable.find(({ id }) => id === name)
  if (exact) return ok(exact)
  const fitting = name === '' ? [] : usable.filter(({ id }) => id.startsWith(name))
  if (fitting.length > 1) {
    const ids = fitting.map(({ id }) => id).join(', ')
    const reason = `Met "${name}" beginnen meer sjablonen. Kies een van: ${ids}.`
    return err(houseError('template-ambiguous', reason))
  }
  if (fitting[0]) return ok(fitting[0])
  const ids = usable.map(({ id }) => id).join(', ')
  const wrong = [...broken].map(([file, errors]) => ` ${file}: ${describe(errors)}`).join('')
  const choice = ids === '' ? 'Er zijn geen sjablonen.' : `Kies een van: ${ids}.`
  return err(
    houseError(
      'template-unknown',
      `Het sjabloon "${name}" bestaat niet. ${choice}${wrong && ` Niet te gebruiken:${wrong}`}`,
    ),
  )
}

/** What is wrong with a template, by line. */
export function describe(errors: readonly TemplateError[]): string {
  return errors.map(({ line, message }) => `regel ${line}: ${message}`).join(' ')
}
