/// <reference types="vite/client" />
declare module '@fontsource-variable/noto-sans-arabic'
declare module 'virtual:phone-messages/*' {
  const messages: object
  export default messages
}
declare module 'virtual:public-messages/*' {
  const messages: object
  export default messages
}
