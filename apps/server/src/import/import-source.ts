import { type FileHandle, open } from 'node:fs/promises'
import { err, ok, type Result } from '@tijdig/core'

/** Why nothing (more) could be brought in, in a Dutch sentence that says what to do. */
export interface ImportError {
  readonly code: 'file-missing' | 'file-unreadable' | 'file-twice' | 'rejected-not-writable'
  readonly reason: string
  readonly detail?: string
}

/** A stream of bytes with a name. */
export interface Source {
  readonly path: string
  readonly bytes: AsyncIterable<Uint8Array>
  /** How much was read so far, read ahead included. */
  bytesRead(): number
  readonly bytesTotal: number | null
  /** The error for people, when reading is what failed. */
  failure(error: unknown): ImportError | undefined
  close(): Promise<void>
}

/** Smaller than the longest line, so that pieces are mostly read as a whole. */
const PIECE = 1 << 18

/** Opens all, or none: a mistake in the last name is told before the first file goes in. */
export async function openSources(
  paths: readonly string[],
  input: AsyncIterable<Uint8Array | string>,
): Promise<Result<readonly Source[], ImportError>> {
  const sources: Source[] = []
  for (const [index, path] of paths.entries()) {
    const opened =
      paths.indexOf(path) < index
        ? err<ImportError>({
            code: 'file-twice',
            reason: `${path === '-' ? 'De standaardinvoer' : path} staat er twee keer. Noem elk bestand een keer.`,
          })
        : path === '-'
          ? ok(streamSource(input))
          : await openFile(path)
    if (!opened.ok) {
      for (const source of sources) await source.close()
      return opened
    }
    sources.push(opened.value)
  }
  return ok(sources)
}

async function openFile(path: string): Promise<Result<Source, ImportError>> {
  let file: FileHandle | undefined
  try {
    file = await open(path, 'r')
    const found = await file.stat()
    if (found.isDirectory()) {
      await file.close()
      return err(unreadable(`${path} is een map. Geef een bestand met gebeurtenissen.`))
    }
    return ok(fileSource(path, file, found.isFile() ? found.size : null))
  } catch (error) {
    await file?.close()
    const { code, message } = error as NodeJS.ErrnoException
    return err(
      code === 'ENOENT'
        ? { code: 'file-missing', reason: `${path} bestaat niet. Kijk de naam na.` }
        : unreadable(`${path} is niet te lezen. Kijk de rechten na.`, message),
    )
  }
}

function fileSource(path: string, file: FileHandle, bytesTotal: number | null): Source {
  const stream = file.createReadStream({ highWaterMark: PIECE })
  let broken: unknown
  stream.on('error', (error) => {
    broken = error
  })
  return {
    path,
    bytes: stream,
    bytesRead: () => stream.bytesRead,
    bytesTotal,
    failure: (error) =>
      error === broken
        ? unreadable(
            `${path} was halverwege niet meer te lezen. Wat al binnen is blijft; probeer het zo nog eens.`,
            (error as Error).message,
          )
        : undefined,
    async close() {
      stream.destroy()
      await file.close().catch(() => undefined)
    },
  }
}

function streamSource(input: AsyncIterable<Uint8Array | string>): Source {
  let read = 0
  let broken: unknown
  async function* bytes(): AsyncGenerator<Uint8Array> {
    try {
      for await (const piece of input) {
        const part = typeof piece === 'string' ? Buffer.from(piece) : piece
        read += part.length
        yield part
      }
    } catch (error) {
      broken = error
      throw error
    }
  }
  return {
    path: '-',
    bytes: bytes(),
    bytesRead: () => read,
    bytesTotal: null,
    failure: (error) =>
      error === broken
        ? unreadable('De standaardinvoer brak af. Wat al binnen is blijft; probeer het nog eens.')
        : undefined,
    close: async () => undefined,
  }
}

function unreadable(reason: string, detail?: string): ImportError {
  return { code: 'file-unreadable', reason, ...(detail === undefined ? {} : { detail }) }
}
