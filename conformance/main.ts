// The command line of the conformance suite: run, list, explain, matrix, validate, keys, token, mutants.

import { randomFrom } from './random.ts'
import { readArguments, type Arguments } from './commands/arguments.ts'
import { choose } from './commands/choose.ts'
import { makeCast, writeCast } from './commands/keys.ts'
import { explain, list, matrix } from './commands/list.ts'
import { mutantsCommand } from './commands/mutants.ts'
import { configOf, runCommand } from './commands/run.ts'
import { validateCommand } from './commands/validate.ts'
import { exits } from './exit.ts'
import { probe } from './probe.ts'
import type { Screen } from './report/console.ts'
import { roles } from './requirement.ts'
import { suite } from './suite.ts'
import { trialFor } from './trial.ts'
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'

const help = `usage: npm run conformance -- COMMAND
  run --target URL --config FILE   hold the requirements against a FHIR base URL
      --only ID,… --grep TEXT --tag T --level MUST|SHOULD|MAY|GATE --area A
      --parallel N (4) --timeout MS (15000, for each test) --seed TEXT
      --reporter console|json|junit[=FILE] (repeatable) --baseline REPORT.json --strict-skips
  list · explain ID · matrix       what is required, where it is written, how the test is proved
  validate FILE… | -               what is wrong with resources in files (JSON, XML), folders or ndjson, with line and column
      --profile URL,… --packages FOLDER|TGZ,… --reporter console|json
  keys FOLDER --url ORIGIN --mllp PORT
                                   new keys: a configuration, and CLIENTS_FILE and SOURCES_FILE for a gateway
  token ROLE --config FILE         an access token, for the curl lines of a report
  mutants                          start the server with each seeded fault, and see the tests find it
      --start COMMAND --from LIST.ts --mutant ID,… --every N --matrix FILE

exit codes: 0 all that is required passes · 1 something fails · 2 usage · 3 errors only, or unreachable
            4 required tests skipped (--strict-skips) · 5 worse than the baseline · 130 interrupted, with a partial report
`

const interrupt = new AbortController()
process.once('SIGINT', () => interrupt.abort(new Error('interrupted')))
process.once('SIGTERM', () => interrupt.abort(new Error('interrupted')))
// Whoever reads us has read enough (`| head`); the shell's word for that is 128 + SIGPIPE.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 141 : exits.failed))

const screen: Screen = {
  isTerminal: process.stdout.isTTY,
  hasColour: process.stdout.isTTY && !process.env['NO_COLOR'],
  write: (text) => void process.stdout.write(text),
}

const read = readArguments(process.argv.slice(2))
process.exitCode = read.ok ? await command(read.args) : fault(read.fault)

async function command(args: Arguments): Promise<number> {
  if (args.isHelp) return say(help)
  const [first = ''] = args.rest
  switch (args.command) {
    case 'run':
      return runCommand(args, screen, interrupt.signal)
    case 'list':
    case 'matrix': {
      const choice = choose(suite, args)
      if (!choice.ok) return fault(choice.fault)
      ;(args.command === 'list' ? list : matrix)(choice.chosen, screen)
      return exits.passed
    }
    case 'explain': {
      const found = suite.find(({ id }) => id === first.toUpperCase())
      if (!found) return fault(`explain ID: ${first || 'no id'} is none of them; \`list\` shows all`)
      explain(found, screen)
      return exits.passed
    }
    case 'validate':
      return validateCommand(args, screen)
    case 'keys':
      return first === '' ? fault('keys FOLDER: where to write them') : keys(first, args)
    case 'token':
      return token(first, args)
    case 'mutants':
      return mutantsCommand(args, screen, interrupt.signal)
    default:
      return fault(args.command === '' ? 'a command is needed' : `no such command: ${args.command}`)
  }
}

function keys(folder: string, { url, mllp }: Arguments): number {
  const paths = writeCast(folder, makeCast(url.replace(/\/+$/, ''), mllp))
  const { hostname, port } = new URL(url)
  return say(
    [
      `The gateway:  HOST=${hostname} PORT=${port || '80'} MLLP_PORT=${mllp} SANDBOX=on CLIENTS_FILE=${paths.clients} SOURCES_FILE=${paths.sources} npm start`,
      `The suite:    npm run conformance -- run --config ${paths.config}`,
      'The folder holds private keys, made for this; it belongs in no repository.\n',
    ].join('\n'),
  )
}

async function token(name: string, args: Arguments): Promise<number> {
  const config = configOf(args)
  const role = roles.find((one) => one === name)
  if (!config.ok) return fault(config.faults.join('\n'))
  if (!role) return fault(`token ROLE: one of ${roles.join(', ')}`)
  const agents = { http: new HttpAgent(), https: new HttpsAgent() }
  const { run, unreachable } = await probe(config.config, agents, args.timeoutMs)
  const random = randomFrom(Date.now())
  const signal = AbortSignal.timeout(args.timeoutMs)
  const person = () => {
    throw new Error('a token is about no person')
  }
  if (unreachable !== undefined) return say(`${unreachable}\n`, exits.unreachable)
  try {
    return say(`${await run.tokens.get(trialFor({ run, random, person, signal }), role)}\n`)
  } catch (error) {
    return say(`${error instanceof Error ? error.message : String(error)}\n`, exits.failed)
  }
}

function say(text: string, code: number = exits.passed): number {
  screen.write(text)
  return code
}

function fault(words: string): number {
  process.stderr.write(`${words}\n\n${help}`)
  return exits.usage
}
