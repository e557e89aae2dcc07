import type { Command } from '../command.ts'
import { describeCommand } from '../define-command.ts'

/** `tijdig help [OPDRACHT]`, which knows all the others. */
export function helpFor(commands: readonly Command[]): Command {
  const help: Command = {
    name: 'help',
    usage: 'help [OPDRACHT]',
    summary: 'Legt uit wat er kan.',
    help: '',
    async run([name], { print, tell }) {
      if (name === undefined) {
        print(overview([...commands, help]))
        return 0
      }
      const command = commands.find((each) => each.name === name)
      if (!command) {
        tell(unknownCommand(name, commands))
        return 1
      }
      print(describeCommand(command))
      return 0
    },
  }
  return help
}

export function unknownCommand(name: string, commands: readonly Command[]): string {
  const names = commands.map((each) => each.name).join(', ')
  return `De opdracht "${name}" bestaat niet. Kies uit: ${names}, help.`
}

function overview(commands: readonly Command[]): string {
  const widest = Math.max(...commands.map(({ name }) => name.length))
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(widest)}  ${summary}`)
  return `Tijdig rekent na wat er gebeurde, en wat daarvan wanneer bekend was.

Gebruik: tijdig OPDRACHT …

${lines.join('\n')}

Uitleg bij een opdracht: tijdig help OPDRACHT
`
}
