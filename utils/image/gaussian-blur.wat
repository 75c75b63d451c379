;; Blurs a plane of 32-bit floats by a symmetric kernel with SIMD: along its rows, then along its columns.
;; scripts/assemble-wat.mjs makes gaussian-blur-module.ts of this file.
;;
;; Products are added in the order in which OpenCV adds them without SIMD, so that the results are the same to the last bit.
;; Sixteen values are computed at a time; rows that are written take `$stride` bytes, a multiple of 64.
(module
  (memory (export "memory") 2)

  ;; Blurs each of `$height` rows of `$rowBytes` bytes from `$input` on into a row of `$stride` bytes from `$output` on.
  ;; `$weights`: `$taps` floats. `$edges`: for each value beyond the left end and then beyond the right end, from left to
  ;; right, the place in the row, in bytes, of the value that stands for it; `$reach` bytes for each end.
  ;; `$padded`: room for one row with both.
  (func (export "blurRows")
    (param $input i32) (param $rowBytes i32) (param $height i32) (param $weights i32) (param $taps i32)
    (param $edges i32) (param $reach i32) (param $padded i32) (param $output i32) (param $stride i32)
    (local $at i32) (local $from i32) (local $weight i32) (local $lastWeight i32) (local $by v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $lastWeight (i32.add (local.get $weights) (i32.shl (local.get $taps) (i32.const 2))))
    (block $done
      (loop $nextRow
        (br_if $done (i32.eqz (local.get $height)))
        (memory.copy (i32.add (local.get $padded) (local.get $reach)) (local.get $input) (local.get $rowBytes))
        (local.set $at (i32.const 0))
        (block $hasEnds
          (loop $pad
            (br_if $hasEnds (i32.ge_u (local.get $at) (local.get $reach)))
            (i32.store
              (i32.add (local.get $padded) (local.get $at))
              (i32.load (i32.add (local.get $input) (i32.load (i32.add (local.get $edges) (local.get $at))))))
            (i32.store
              (i32.add (i32.add (local.get $padded) (i32.add (local.get $reach) (local.get $rowBytes))) (local.get $at))
              (i32.load
                (i32.add
                  (local.get $input)
                  (i32.load (i32.add (i32.add (local.get $edges) (local.get $reach)) (local.get $at))))))
            (local.set $at (i32.add (local.get $at) (i32.const 4)))
            (br $pad)))
        (local.set $at (i32.const 0))
        (loop $nextValues
          (local.set $from (i32.add (local.get $padded) (local.get $at)))
          (local.set $weight (local.get $weights))
          (local.set $by (v128.load32_splat (local.get $weight)))
          (local.set $a (f32x4.mul (local.get $by) (v128.load (local.get $from))))
          (local.set $b (f32x4.mul (local.get $by) (v128.load offset=16 (local.get $from))))
          (local.set $c (f32x4.mul (local.get $by) (v128.load offset=32 (local.get $from))))
          (local.set $d (f32x4.mul (local.get $by) (v128.load offset=48 (local.get $from))))
          (block $summed
            (loop $nextTap
              (local.set $weight (i32.add (local.get $weight) (i32.const 4)))
              (br_if $summed (i32.ge_u (local.get $weight) (local.get $lastWeight)))
              (local.set $from (i32.add (local.get $from) (i32.const 4)))
              (local.set $by (v128.load32_splat (local.get $weight)))
              (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $by) (v128.load (local.get $from)))))
              (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $by) (v128.load offset=16 (local.get $from)))))
              (local.set $c (f32x4.add (local.get $c) (f32x4.mul (local.get $by) (v128.load offset=32 (local.get $from)))))
              (local.set $d (f32x4.add (local.get $d) (f32x4.mul (local.get $by) (v128.load offset=48 (local.get $from)))))
              (br $nextTap)))
          (local.set $from (i32.add (local.get $output) (local.get $at)))
          (v128.store (local.get $from) (local.get $a))
          (v128.store offset=16 (local.get $from) (local.get $b))
          (v128.store offset=32 (local.get $from) (local.get $c))
          (v128.store offset=48 (local.get $from) (local.get $d))
          (local.set $at (i32.add (local.get $at) (i32.const 64)))
          (br_if $nextValues (i32.lt_u (local.get $at) (local.get $stride))))
        (local.set $input (i32.add (local.get $input) (local.get $rowBytes)))
        (local.set $output (i32.add (local.get $output) (local.get $stride)))
        (local.set $height (i32.sub (local.get $height) (i32.const 1)))
        (br $nextRow))))

  ;; Blurs along the columns, `$height` rows of `$rowBytes` bytes from `$output` on. `$rows`: the address of the first row's
  ;; place in a list of the addresses of all rows, with those that stand for the rows beyond either end around them.
  ;; `$middle`: the kernel's middle weight and, after it, the `$reach` bytes of its other half. `$line`: room for one row.
  (func (export "blurColumns")
    (param $rows i32) (param $middle i32) (param $reach i32) (param $stride i32) (param $line i32)
    (param $output i32) (param $rowBytes i32) (param $height i32)
    (local $at i32) (local $far i32) (local $after i32) (local $before i32) (local $by v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (block $done
      (loop $nextRow
        (br_if $done (i32.eqz (local.get $height)))
        (local.set $at (i32.const 0))
        (loop $nextValues
          (local.set $after (i32.add (i32.load (local.get $rows)) (local.get $at)))
          (local.set $by (v128.load32_splat (local.get $middle)))
          (local.set $a (f32x4.mul (local.get $by) (v128.load (local.get $after))))
          (local.set $b (f32x4.mul (local.get $by) (v128.load offset=16 (local.get $after))))
          (local.set $c (f32x4.mul (local.get $by) (v128.load offset=32 (local.get $after))))
          (local.set $d (f32x4.mul (local.get $by) (v128.load offset=48 (local.get $after))))
          (local.set $far (i32.const 0))
          (block $summed
            (loop $nextTap
              (br_if $summed (i32.ge_u (local.get $far) (local.get $reach)))
              (local.set $far (i32.add (local.get $far) (i32.const 4)))
              (local.set $after (i32.add (i32.load (i32.add (local.get $rows) (local.get $far))) (local.get $at)))
              (local.set $before (i32.add (i32.load (i32.sub (local.get $rows) (local.get $far))) (local.get $at)))
              (local.set $by (v128.load32_splat (i32.add (local.get $middle) (local.get $far))))
              (local.set $a
                (f32x4.add
                  (local.get $a)
                  (f32x4.mul (local.get $by) (f32x4.add (v128.load (local.get $after)) (v128.load (local.get $before))))))
              (local.set $b
                (f32x4.add
                  (local.get $b)
                  (f32x4.mul
                    (local.get $by)
                    (f32x4.add (v128.load offset=16 (local.get $after)) (v128.load offset=16 (local.get $before))))))
              (local.set $c
                (f32x4.add
                  (local.get $c)
                  (f32x4.mul
                    (local.get $by)
                    (f32x4.add (v128.load offset=32 (local.get $after)) (v128.load offset=32 (local.get $before))))))
              (local.set $d
                (f32x4.add
                  (local.get $d)
                  (f32x4.mul
                    (local.get $by)
                    (f32x4.add (v128.load offset=48 (local.get $after)) (v128.load offset=48 (local.get $before))))))
              (br $nextTap)))
          (local.set $after (i32.add (local.get $line) (local.get $at)))
          (v128.store (local.get $after) (local.get $a))
          (v128.store offset=16 (local.get $after) (local.get $b))
          (v128.store offset=32 (local.get $after) (local.get $c))
          (v128.store offset=48 (local.get $after) (local.get $d))
          (local.set $at (i32.add (local.get $at) (i32.const 64)))
          (br_if $nextValues (i32.lt_u (local.get $at) (local.get $stride))))
        (memory.copy (local.get $output) (local.get $line) (local.get $rowBytes))
        (local.set $output (i32.add (local.get $output) (local.get $rowBytes)))
        (local.set $rows (i32.add (local.get $rows) (i32.const 4)))
        (local.set $height (i32.sub (local.get $height) (i32.const 1)))
        (br $nextRow)))))
