import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** While developing, calls go to a server that runs beside it. */
const server = process.env.TIJDIG_URL ?? 'http://127.0.0.1:4100'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows what the server itself gives out, and no data addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': server, '/inloggen': server, '/demo-inloggen': server },
  },
})
