import { computed, shallowReactive, shallowRef } from 'vue'

export interface RowPage<T> {
  total: number
  items: T[]
}
export type FetchRows<T> = (offset: number, limit: number, signal: AbortSignal) => Promise<RowPage<T>>

/**
 * A long list of which only the pages around what is looked at are held. Rows are asked for by offset; pages no
 * longer wanted are given up while they are still on the way, so that a fast scroll asks the server for little.
 */
export class RowWindow<T extends object> {
  private readonly pages = shallowReactive(new Map<number, readonly T[]>())
  private readonly pending = new Map<number, AbortController>()
  private readonly count = shallowRef<number | null>(null)
  private readonly error = shallowRef<unknown>(null)
  private readonly busy = shallowRef(false)
  private fetch: FetchRows<T> | null = null
  private generation = 0
  private lastFirst = 0

  /** Rows in the whole list; null until the first answer. */
  readonly total = computed(() => this.count.value)
  readonly failure = computed(() => this.error.value)
  /** A new list was asked for and its first page is still on the way; the old rows stay visible. */
  readonly loading = computed(() => this.busy.value)

  constructor(
    private readonly pageSize = 100,
    private readonly keep = 40,
  ) {}

  rowAt(index: number): T | undefined {
    return this.pages.get(Math.floor(index / this.pageSize))?.[index % this.pageSize]
  }

  /** Starts a new list (other filters), with the page that holds the given row first. */
  async open(fetch: FetchRows<T>, around = 0): Promise<void> {
    this.cancelAll()
    this.fetch = fetch
    const generation = ++this.generation
    this.busy.value = true
    this.error.value = null
    const page = Math.floor(around / this.pageSize)
    const rows = await this.load(page, generation)
    if (generation !== this.generation) return
    this.busy.value = false
    if (!rows) return
    this.pages.clear()
    this.count.value = rows.total
    this.pages.set(page, rows.items)
  }

  /** Same list again, e.g. after a change by this user. */
  async refresh(around = 0): Promise<void> {
    if (this.fetch) await this.open(this.fetch, around)
  }

  /** Makes sure the rows first..last arrive, and the page that comes next in the direction of movement. */
  need(first: number, last: number): void {
    if (this.busy.value || this.count.value === null || this.count.value === 0) return
    const wanted = this.pagesFor(first, last)
    for (const [page, request] of this.pending) {
      if (wanted.includes(page)) continue
      request.abort()
      this.pending.delete(page)
    }
    for (const page of wanted) void this.fill(page)
    this.drop(wanted)
  }

  private pagesFor(first: number, last: number): number[] {
    const end = Math.floor(((this.count.value ?? 1) - 1) / this.pageSize)
    const from = Math.floor(first / this.pageSize)
    const to = Math.min(end, Math.floor(last / this.pageSize))
    const ahead = first >= this.lastFirst ? to + 1 : from - 1
    this.lastFirst = first
    const pages = Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step)
    return ahead >= 0 && ahead <= end ? [...pages, ahead] : pages
  }

  private async fill(page: number): Promise<void> {
    if (this.pages.has(page) || this.pending.has(page)) return
    const generation = this.generation
    const rows = await this.load(page, generation)
    if (!rows || generation !== this.generation) return
    this.pages.set(page, rows.items)
    this.count.value = rows.total
  }

  private async load(page: number, generation: number): Promise<RowPage<T> | null> {
    const request = new AbortController()
    this.pending.set(page, request)
    try {
      return (await this.fetch?.(page * this.pageSize, this.pageSize, request.signal)) ?? null
    } catch (failure) {
      if (!request.signal.aborted && generation === this.generation) this.error.value = failure
      return null
    } finally {
      if (this.pending.get(page) === request) this.pending.delete(page)
    }
  }

  private drop(wanted: readonly number[]): void {
    const near = wanted[0] ?? 0
    const far = [...this.pages.keys()].sort((a, b) => Math.abs(b - near) - Math.abs(a - near))
    for (const page of far.slice(0, Math.max(0, this.pages.size - this.keep))) this.pages.delete(page)
  }

  private cancelAll(): void {
    for (const request of this.pending.values()) request.abort()
    this.pending.clear()
  }
}
