// Imported before anything else, so that an old Node says what to do instead of stumbling over syntax.

const wanted = { major: 20, minor: 19 }
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < wanted.major || (major === wanted.major && minor < wanted.minor)) {
  console.error(
    `Tijdig heeft Node ${wanted.major}.${wanted.minor} of nieuwer nodig; dit is Node ${process.versions.node}. ` +
      'Installeer een nieuwere versie van Node en probeer het opnieuw.',
  )
  process.exit(1)
}
