// The command line of the conformance suite: judges servers and products, and what is done with the reports.

import { randomFrom } from './random.ts'
import { readArguments, type Arguments } from './commands/arguments.ts'
import { choose } from './commands/choose.ts'
import { compareCommand } from './commands/compare.ts'
import { makeCast, writeCast } from './commands/keys.ts'
import { doctorCommand } from './commands/doctor.ts'
import { cleanupCommand } from './commands/cleanup.ts'
import { exportCommand } from './commands/export.ts'
import { initCommand } from './commands/init.ts'
import { explain, list, matrix } from './commands/list.ts'
import { mutantsCommand } from './commands/mutants.ts'
import { configOf, runCommand } from './commands/run.ts'
import { replayCommand } from './commands/replay.ts'
import { seedCommand } from './commands/seed.ts'
import { reportCommand } from './commands/report.ts'
import { signCommand } from './commands/sign.ts'
import { simulateCommand } from './commands/simulate.ts'
import { validateCommand } from './commands/validate.ts'
import { verifyCommand } from './commands/verify.ts'
import { exits } from './exit.ts'
import { probe } from './probe.ts'
import type { Screen } from './report/console.ts'
import { roles, type Claim } from './requirement.ts'
import { clientSuite } from './simulate/suite.ts'
import { suite } from './suite.ts'
import { trialFor } from './trial.ts'
import { setMaxListeners } from 'node:events'
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'

const help = `usage: npm run conformance -- COMMAND
  init [FOLDER] --url ORIGIN --mllp PORT | --target URL
                                   a folder to begin with: new keys, a configuration, what comes next; overwrites nothing
  doctor --config FILE [--target URL] --reporter console|json
                                   what stands in the way of a run, one after the other, and how to mend it
  run --target URL --config FILE   hold the requirements against a FHIR base URL
      --only ID,… --grep TEXT --tag T --level MUST|SHOULD|MAY|GATE --area A
      --parallel N (4) --timeout MS (15000, for each test) --seed TEXT
      --reporter console|json|junit|html|markdown|csv|ctrf|har|testreport|badge|shields[=FILE] (repeatable)
      --baseline REPORT.json --strict-skips --sign KEY.jwk|KEY.pem --signer WHO
  report RUN.json --reporter …     a run that was kept as JSON, written down in other ways
  compare BASELINE.json RUN.json   what got worse, better, new, gone
      --reporter console|json|markdown[=FILE] --strict-skips
  sign REPORT.json --key KEY.jwk|KEY.pem --signer WHO --verdict FILE --valid-days N (365)
                                   a verdict over a report, signed; sign --new-key KEY.jwk makes a key
  verify VERDICT.jws --key PUBLIC.jwk|PUBLIC.pem | --jwks URL|FILE  --report REPORT.json
                                   whether a verdict holds, and what it says: 0 all passed · 4 it says less · 1 it does not hold
  list · explain ID · matrix       what is required, where it is written, how the test is proved
      --role server|sender|receiver (server)
  simulate --keys JWKS             a stand-in gateway that watches a product which sends or fetches, with live verdicts
      --pack hl7v2|message|puller|all --only ID,… --until-complete --patience SECONDS (60) --report FILE --strict-skips
      --host (127.0.0.1) --port (8081) --mllp-port (2576) --control-port (8082)
  validate FILE… | -               what is wrong with resources in files (JSON, XML), folders or ndjson, with line and column
      --profile URL,… --packages FOLDER|TGZ,… --reporter console|json
  keys FOLDER --url ORIGIN --mllp PORT
                                   new keys: a configuration, and CLIENTS_FILE and SOURCES_FILE for a gateway
  token ROLE --config FILE         an access token, for the curl lines of a report
  export FOLDER --format testscript
                                   the requirements that another tool can play, as FHIR TestScripts; and why the others are none
  replay REPORT.json ID --config FILE --exchange N
                                   what a result records, sent again with tokens of now; and what comes back otherwise
  seed [MANIFEST] --config FILE · cleanup MANIFEST --config FILE
                                   people who do not exist, each at another point of the way home, to look at; and takes them back
      --i-own-this                 where the target is neither on this machine nor says that it is a sandbox
  mutants                          start the server with each seeded fault, and see the tests find it
      --start COMMAND --from LIST.ts --mutant ID,… --every N --matrix FILE

exit codes: 0 all that is required passes · 1 something fails · 2 usage · 3 errors only, or unreachable
            4 required tests skipped or gone (--strict-skips) · 5 worse than the baseline · 130 interrupted, with a partial report
`

const interrupt = new AbortController()
// Each exchange listens to it; Node 20 warns of more than ten.
setMaxListeners(0, interrupt.signal)
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
      const choice = choose(listed(args), args)
      if (!choice.ok) return fault(choice.fault)
      ;(args.command === 'list' ? list : matrix)(choice.chosen, screen)
      return exits.passed
    }
    case 'explain': {
      const found = [...suite, ...clientSuite].find(({ id }) => id === first.toUpperCase())
      if (!found) return fault(`explain ID: ${first || 'no id'} is none of them; \`list\` shows all`)
      explain(found, screen)
      return exits.passed
    }
    case 'validate':
      return validateCommand(args, screen)
    case 'simulate':
      return simulateCommand(args, screen, interrupt.signal)
    case 'init':
      return initCommand(args, screen)
    case 'export':
      return exportCommand(args, screen)
    case 'replay':
      return replayCommand(args, screen, interrupt.signal)
    case 'seed':
      return seedCommand(args, screen, interrupt.signal)
    case 'cleanup':
      return cleanupCommand(args, screen, interrupt.signal)
    case 'doctor':
      return doctorCommand(args, screen, process.env)
    case 'report':
      return reportCommand(args, screen)
    case 'compare':
      return compareCommand(args, screen)
    case 'sign':
      return signCommand(args, screen)
    case 'verify':
      return verifyCommand(args, screen)
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

/** The server's, unless others are asked for. */
function listed({ roles: sides }: Arguments): readonly Claim[] {
  return sides.length === 0 ? suite : [...suite, ...clientSuite].filter(({ role }) => sides.includes(role))
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
