import { spawn } from 'node:child_process'

/** @typedef {{ code: number, output: string }} Outcome */

const forwarded = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Runs a program to its end and gives its exit code, and what it printed unless `show` is set.
 * A signal to us goes to the program too; once that has stopped we stop by the same signal. A program
 * with `patience`, in milliseconds, is killed when it has not stopped by then.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, show?: boolean, shell?: boolean, patience?: number }} options
 * @returns {Promise<Outcome>}
 */
export function runChild(command, args, options) {
  const { cwd, env = process.env, show = false, shell = false, patience } = options
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      shell,
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      output += text
    })
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      output += text
    })

    /** @type {NodeJS.Signals | undefined} */
    let received
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => {
      received = signal
      child.kill(signal)
      if (patience !== undefined) setTimeout(() => child.kill('SIGKILL'), patience).unref()
    }
    for (const signal of forwarded) process.on(signal, forward)

    /** @param {Outcome} outcome */
    const finish = (outcome) => {
      for (const signal of forwarded) process.off(signal, forward)
      if (received) process.kill(process.pid, received)
      else resolve(outcome)
    }
    child.once('error', (error) => finish({ code: 127, output: `${output}${error.message}\n` }))
    child.once('close', (code) => finish({ code: code ?? 1, output }))
  })
}

/**
 * Runs a JavaScript file with the Node that runs us: the same on every system, without a shell.
 *
 * @param {string} file
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, show?: boolean, patience?: number }} options
 */
export const runNode = (file, args, options) => runChild(process.execPath, [file, ...args], options)
