/**
 * The form in which labels are compared: NFKC, lower case, with straight apostrophes, without white space, colons, required marks, units
 * such as `(元)` and counts such as `(3张)` or `共3张`.
 */
export function labelKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\((?:共|已上传|total)?\s*\d+[^)]*\)|共\s*\d+\s*[张个条件项]?|\d+\/\d+$/g, '')
    .replace(/\((?:单位:?)?(?:元|¥|\$|rmb|cny|usd|vnd|rm|rp)\)/gi, '')
    .replace(/[\s:*?•·|【】[\]]|\(\)/g, '')
    .replace(/(图片?|凭证|照片|photo|image)\d{1,2}$/i, '$1')
    .toLowerCase();
}
