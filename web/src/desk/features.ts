import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Permission } from '@shared/session'

/** Number that waits behind a menu entry; fetched by the shell. */
export type Counter = () => Promise<number>

export interface MenuEntry {
  to: string
  label: string
  icon: Component
  permission?: Permission
  /** Shown as a badge where it is above zero. */
  counter?: Counter
}

/** A business matter on the desk: its pages, its menu entries and who may see them, in one place. */
export interface Feature {
  menu: MenuEntry[]
  routes: RouteRecordRaw[]
}

declare module 'vue-router' {
  interface RouteMeta {
    /** Message key of the page's title. */
    title?: string
    permission?: Permission
    /** Reachable without signing in. */
    open?: boolean
    /** List pages stay as they were left: scroll position, rows, active row. */
    keep?: boolean
    /** Menu entry that stays marked on pages below it. */
    under?: string
  }
}
