import { run, type SystemUser } from './run.ts'

/** Whose name PostgreSQL runs under, since it refuses to run as root. */
const OWN_USER = 'tijdig-postgres'

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** As root: a system user of our own, made when it is not there; else one that every system has. */
export async function findSystemUser(): Promise<SystemUser | undefined> {
  const own = await findUser(OWN_USER)
  if (own) return own
  await makeOwnUser()
  for (const name of [OWN_USER, 'postgres', '_postgres', 'nobody']) {
    const user = await findUser(name)
    if (user) return user
  }
  return undefined
}

async function makeOwnUser(): Promise<void> {
  const made = await run('useradd', [
    ...['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'],
    ...['--shell', '/usr/sbin/nologin', OWN_USER],
  ])
  // Alpine and its kin have another program for it.
  if (made.exitCode === -1) await run('adduser', ['-S', '-D', '-H', OWN_USER])
}

async function findUser(name: string): Promise<SystemUser | undefined> {
  const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
  if (uid.exitCode !== 0 || gid.exitCode !== 0) return undefined
  const user = { name, uid: Number(uid.output), gid: Number(gid.output) }
  return Number.isInteger(user.uid) && user.uid > 0 ? user : undefined
}
