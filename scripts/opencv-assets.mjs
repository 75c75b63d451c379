// Makes the OpenCV files that the worker loads from the npm package: JavaScript and WebAssembly apart, and no
// `new Function`, which an extension's content security policy forbids. Fails when the package's text has changed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const INLINE_WASM = 'data:application/octet-stream;base64,';
const MAX_ARGUMENTS = 5;

/**
 * Writes `opencv.js` and `opencv.wasm` into `directory`.
 * @param {string} directory made where it is missing
 * @returns {{ absoluteSrc: string, relativeDest: string }[]} the two files, in WXT's form for public assets
 */
export function opencvAssets(directory) {
  const packed = readFileSync(createRequire(import.meta.url).resolve('@techstark/opencv-js'), 'utf8');
  const start = packed.indexOf(`${INLINE_WASM}AGFzb`);
  if (start < 0) throw new Error('OpenCV: the inline WebAssembly was not found');
  const end = packed.indexOf('"', start);
  const files = {
    'opencv.js': withoutDynamicCode(`${packed.slice(0, start)}opencv.wasm${packed.slice(end)}`),
    'opencv.wasm': Buffer.from(packed.slice(start + INLINE_WASM.length, end), 'base64'),
  };
  mkdirSync(directory, { recursive: true });
  return Object.entries(files).map(([name, contents]) => {
    const absoluteSrc = join(directory, name);
    writeFileSync(absoluteSrc, contents);
    return { absoluteSrc, relativeDest: `opencv/${name}` };
  });
}

/** Replaces the four places of Emscripten's binding code that build functions from text by closures. */
function withoutDynamicCode(script) {
  const named = replaceBetween(
    script,
    'return new Function("body","return function "+name+"() {\\n"',
    '"};\\n")(body)',
    'return Object.defineProperty(function(){"use strict";return body.apply(this,arguments)},"name",{value:name})',
  );
  const arities = Array.from({ length: MAX_ARGUMENTS + 1 }, (_, count) => {
    const names = Array.from({ length: count }, (_, index) => `a${index}`).join(',');
    return `case ${count}:return function(${names}){return dynCall(rawFunction${count ? `,${names}` : ''})};`;
  }).join('');
  const dynCaller = replaceBetween(
    named,
    'function makeDynCaller(dynCall){',
    '(dynCall,rawFunction)}',
    `function makeDynCaller(dynCall){switch(signature.length-1){${arities}default:return function(...a){return dynCall(rawFunction,...a)}}}`,
  );
  const invoker = replaceBetween(
    dynCaller,
    'var argsList="";var argsListWired="";for(var i=0;i<argCount-2;++i){argsList+=',
    'var invokerFunction=new_(Function,args1).apply(null,args2);return invokerFunction}',
    `var returnType=argTypes[0];
     var valuesToDestroy=null;
     if(!needsDestructorStack){
       valuesToDestroy=[];
       for(var i=isClassMethodFunc?1:2;i<argTypes.length;++i){
         if(argTypes[i]!==null&&argTypes[i].destructorFunction!=null)valuesToDestroy.push(i);
       }
     }
     return Object.defineProperty(function(){
       if(arguments.length!==argCount-2)throwBindingError("function "+humanName+" called with "+arguments.length+" arguments, expected "+(argCount-2)+" args!");
       var destructors=needsDestructorStack?[]:null,wired=[],call=[cppTargetFunc];
       if(isClassMethodFunc){wired[1]=argTypes[1].toWireType(destructors,this);call.push(wired[1])}
       for(var i=2;i<argCount;++i){wired[i]=argTypes[i].toWireType(destructors,arguments[i-2]);call.push(wired[i])}
       var result=cppInvokerFunc.apply(null,call);
       if(needsDestructorStack)runDestructors(destructors);
       else valuesToDestroy.forEach(function(i){argTypes[i].destructorFunction(wired[i])});
       if(returns)return returnType.fromWireType(result);
     },"name",{value:makeLegalFunctionName(humanName)})}`,
  );
  const methodCaller = replaceBetween(
    invoker,
    'var functionName=makeLegalFunctionName("methodCaller_"+signatureName);',
    'var invokerFunction=new_(Function,params).apply(null,args);return __emval_addMethodCaller(invokerFunction)}',
    `return __emval_addMethodCaller(function(handle,name,destructors,args){
       var values=[],offset=0;
       for(var i=1;i<argCount;++i){values.push(types[i].readValueFromPointer(args+offset));offset+=types[i].argPackAdvance}
       var result=handle[name].apply(handle,values);
       for(var i=1;i<argCount;++i)if(types[i].deleteObject)types[i].deleteObject(values[i-1]);
       if(!retType.isVoid)return retType.toWireType(destructors,result);
     })}`,
  );
  if (/new Function|new_\(Function/.test(methodCaller)) throw new Error('OpenCV: code built from text is left');
  return replaceBetween(
    methodCaller,
    "if (typeof Module === 'undefined')",
    'return cv(Module);',
    "var Module = (typeof self !== 'undefined' && self.cvModule) || {};\n  return cv(Module);",
  );
}

/** Replaces the one stretch of `text` from `from` to the first `to` after it; throws unless `from` is there once. */
function replaceBetween(text, from, to, replacement) {
  const start = text.indexOf(from);
  if (start < 0 || text.indexOf(from, start + 1) >= 0)
    throw new Error(`OpenCV: not found exactly once: ${from.slice(0, 60)}`);
  const end = text.indexOf(to, start);
  if (end < 0) throw new Error(`OpenCV: end not found: ${to.slice(0, 60)}`);
  return text.slice(0, start) + replacement + text.slice(end + to.length);
}
