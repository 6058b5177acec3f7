// What Maven calls: `build FOLDER` installs, builds and copies the pages into FOLDER; `check` runs lint and tests.
// Each step is left out while what it depends on has not changed since it last succeeded.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const web = dirname(dirname(fileURLToPath(import.meta.url)))
const [task, target] = process.argv.slice(2)
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const SOURCES = ['src', 'public', 'build', 'index.html', 'm.html', 'p.html', 'package.json', 'package-lock.json', 'vite.config.ts', 'vite.phone.config.ts', 'vite.public.config.ts', 'tsconfig.json', 'eslint.config.js', 'e2e']

// what the pages are made of; it goes into the jar beside that of the program
const PARTS = join('node_modules', '.yimen-parts.cdx.json')

process.chdir(web)
step('install', ['package.json', 'package-lock.json'], () => run('ci'))
if (task === 'check') {
  step('check', SOURCES, () => {
    run('run', 'lint')
    run('test')
  })
} else {
  step('build', SOURCES, () => run('run', 'build'), 'dist/index.html')
  step('sbom', ['package-lock.json'], () => writeFileSync(PARTS, run('sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--omit=dev')), PARTS)
  if (target) replace(resolve(target))
}

function step(name, inputs, deed, result = '.') {
  const stamp = join('node_modules', `.yimen-${name}`)
  const now = fingerprint(inputs)
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  deed()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, now)
}

/** Says nothing unless it fails; returns what it printed. */
function run(...command) {
  try {
    return execFileSync(npm, command, { stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26, shell: process.platform === 'win32' })
  } catch (failure) {
    process.stderr.write(`npm ${command.join(' ')} failed in web/\n${failure.stdout ?? ''}${failure.stderr ?? ''}\n`)
    process.exit(1)
  }
}

function fingerprint(inputs) {
  const hash = createHash('sha256').update(process.version)
  const add = (path) => {
    if (!existsSync(path)) return
    if (statSync(path).isDirectory()) readdirSync(path).sort().forEach((name) => add(join(path, name)))
    else hash.update(`\0${path}\0`).update(readFileSync(path))
  }
  inputs.forEach(add)
  return hash.digest('hex')
}

function replace(folder) {
  rmSync(folder, { recursive: true, force: true })
  cpSync('dist', folder, { recursive: true })
  const inventory = join(dirname(folder), 'META-INF', 'sbom')
  mkdirSync(inventory, { recursive: true })
  cpSync(PARTS, join(inventory, 'web.cdx.json'))
}
