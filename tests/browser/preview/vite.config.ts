import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: '../../../.cache/vite-preview',
  plugins: [react()],
  server: { host: '127.0.0.1', hmr: false, watch: null, fs: { allow: ['../../..'] } },
});
