import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { h, nextTick } from 'vue'
import { i18n } from '@shared/i18n'
import { RowWindow } from '@shared/rowWindow'
import WindowTable from './WindowTable.vue'

interface Row { n: number }

async function table(total: number) {
  const rows = new RowWindow<Row>(100)
  await rows.open((offset, limit) => Promise.resolve({ total, items: Array.from({ length: Math.min(limit, total) }, (_, step) => ({ n: offset + step })) }))
  const shown = mount(WindowTable<Row>, {
    props: { rows, columns: [{ key: 'n', label: 'N', width: '1fr' }], label: 'rows' },
    slots: { 'cell-n': ({ row }: { row: Row }) => h('span', row.n) },
    global: { plugins: [i18n] },
    attachTo: document.body,
  })
  await nextTick()
  return shown
}

describe('the table of a long list', () => {
  it('tells assistive technology how many rows there are, without holding them', async () => {
    const shown = await table(50_000)
    expect(shown.get('[role=grid]').attributes('aria-rowcount')).toBe('50001')
    expect(shown.findAll('[role=row]').length).toBeLessThan(100)
  })

  it('opens the active row with Enter after moving to it', async () => {
    const shown = await table(30)
    const grid = shown.get('[role=grid]')
    await grid.trigger('focus')
    await grid.trigger('keydown', { key: 'ArrowDown' })
    await grid.trigger('keydown', { key: 'ArrowDown' })
    await grid.trigger('keydown', { key: 'Enter' })
    expect(shown.emitted('open')).toEqual([[{ n: 2 }, 2]])
    expect(grid.attributes('aria-activedescendant')).toMatch(/-2$/)
  })

  it('waits with Enter until the list that was asked for is there', async () => {
    const shown = await table(30)
    const rows = shown.props('rows') as RowWindow<Row>
    let answer: (page: { total: number; items: Row[] }) => void = () => undefined
    const asked = rows.open(() => new Promise((resolve) => (answer = resolve)))
    await shown.get('[role=grid]').trigger('keydown', { key: 'Enter' })
    expect(shown.emitted('open')).toBeUndefined()
    answer({ total: 1, items: [{ n: 77 }] })
    await asked
    await nextTick()
    await nextTick()
    expect(shown.emitted('open')).toEqual([[{ n: 77 }, 0]])
  })

  it('says that nothing was found', async () => {
    const shown = await table(0)
    expect(shown.text()).toContain(i18n.global.t('common.empty'))
  })
})
