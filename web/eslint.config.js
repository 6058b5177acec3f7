import pluginVue from 'eslint-plugin-vue'
import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'

export default defineConfigWithVueTs(
  { ignores: ['dist/**', 'node_modules/**', 'src/shared/schema.d.ts', 'test-results/**', 'playwright-report/**'] },
  pluginVue.configs['flat/essential'],
  vueTsConfigs.recommended,
  {
    rules: {
      'max-lines': ['error', 300],
      'vue/multi-word-component-names': 'off',
      'vue/no-v-html': 'error',
      // A style attribute in markup is refused by the content security policy; bindings go through the object model.
      'vue/no-static-inline-styles': 'error',
      eqeqeq: 'error',
    },
  },
)
