import { randomBytes } from 'node:crypto'
import type { ClientConfig } from 'pg'
import { Pool } from 'pg'
import { type BackupOptions, backUp } from '../backup/back-up.ts'
import { type RestoreOptions, restore } from '../backup/restore.ts'

// Run as a program of its own: makes or puts back a backup, and kills itself at a step of its
// progress, as a power cut would.

interface Order {
  readonly what: 'back-up' | 'restore'
  readonly options: BackupOptions & RestoreOptions
  readonly steps: number
  readonly config: ClientConfig
}

process.on('message', async ({ what, options, steps, config }: Order) => {
  let left = steps
  const onProgress = () => {
    if (left-- === 0) process.kill(process.pid, 'SIGKILL')
  }
  if (what === 'restore') await restore({ ...options, onProgress })
  else {
    await backUp({ ...options, pool: new Pool(config), random: randomBytes, onProgress })
  }
  process.exit(0)
})
