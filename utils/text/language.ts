export type Language = 'zh-CN' | 'zh-TW' | 'en';
export const LANGUAGES: readonly Language[] = ['zh-CN', 'zh-TW', 'en'];
