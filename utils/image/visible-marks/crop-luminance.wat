;; Luma of rows of RGBA pixels, and weighted sums of such rows, with SIMD.
;; scripts/assemble-wat.mjs makes crop-luminance-module.ts of this file.
;;
;; Four pixels are computed at a time, in single precision: rows are read and written to the next multiple of four.
(module
  (memory (export "memory") 2)

  ;; Writes the luma (0 to 255, ITU-R BT.601) of `$pixels` pixels from `$rgba` on as floats from `$output` on, laid on white
  ;; where they are transparent. `$channel`: 0 for luma alone; 1 for the mean of it and the smallest of the three channels,
  ;; 2 for the mean of it and the largest.
  (func (export "lumaOfRow") (param $rgba i32) (param $pixels i32) (param $channel i32) (param $output i32)
    (local $end i32) (local $four v128) (local $low v128) (local $half v128)
    (local $red v128) (local $green v128) (local $blue v128) (local $luma v128) (local $alpha v128)
    (local.set $low (v128.const i32x4 255 255 255 255))
    (local.set $half (v128.const f32x4 0.5 0.5 0.5 0.5))
    (local.set $end (i32.add (local.get $rgba) (i32.shl (local.get $pixels) (i32.const 2))))
    (loop $nextFour
      (local.set $four (v128.load (local.get $rgba)))
      (local.set $red (f32x4.convert_i32x4_u (v128.and (local.get $four) (local.get $low))))
      (local.set $green
        (f32x4.convert_i32x4_u (v128.and (i32x4.shr_u (local.get $four) (i32.const 8)) (local.get $low))))
      (local.set $blue
        (f32x4.convert_i32x4_u (v128.and (i32x4.shr_u (local.get $four) (i32.const 16)) (local.get $low))))
      (local.set $alpha
        (f32x4.div
          (f32x4.convert_i32x4_u (i32x4.shr_u (local.get $four) (i32.const 24)))
          (v128.const f32x4 255 255 255 255)))
      (local.set $luma
        (f32x4.add
          (f32x4.add
            (f32x4.mul (local.get $red) (v128.const f32x4 0.299 0.299 0.299 0.299))
            (f32x4.mul (local.get $green) (v128.const f32x4 0.587 0.587 0.587 0.587)))
          (f32x4.mul (local.get $blue) (v128.const f32x4 0.114 0.114 0.114 0.114))))
      (if (i32.eq (local.get $channel) (i32.const 1))
        (then
          (local.set $luma
            (f32x4.mul
              (local.get $half)
              (f32x4.add
                (local.get $luma)
                (f32x4.pmin (local.get $red) (f32x4.pmin (local.get $green) (local.get $blue))))))))
      (if (i32.eq (local.get $channel) (i32.const 2))
        (then
          (local.set $luma
            (f32x4.mul
              (local.get $half)
              (f32x4.add
                (local.get $luma)
                (f32x4.pmax (local.get $red) (f32x4.pmax (local.get $green) (local.get $blue))))))))
      (v128.store
        (local.get $output)
        (f32x4.add
          (f32x4.mul (local.get $luma) (local.get $alpha))
          (f32x4.mul
            (v128.const f32x4 255 255 255 255)
            (f32x4.sub (v128.const f32x4 1 1 1 1) (local.get $alpha)))))
      (local.set $rgba (i32.add (local.get $rgba) (i32.const 16)))
      (local.set $output (i32.add (local.get $output) (i32.const 16)))
      (br_if $nextFour (i32.lt_u (local.get $rgba) (local.get $end)))))

  ;; Adds `$weight` times the floats from `$row` on to the `$values` floats from `$sums` on.
  (func (export "addRow") (param $row i32) (param $weight f32) (param $sums i32) (param $values i32)
    (local $end i32) (local $by v128)
    (local.set $by (f32x4.splat (local.get $weight)))
    (local.set $end (i32.add (local.get $sums) (i32.shl (local.get $values) (i32.const 2))))
    (loop $nextFour
      (v128.store
        (local.get $sums)
        (f32x4.add
          (v128.load (local.get $sums))
          (f32x4.mul (local.get $by) (v128.load (local.get $row)))))
      (local.set $row (i32.add (local.get $row) (i32.const 16)))
      (local.set $sums (i32.add (local.get $sums) (i32.const 16)))
      (br_if $nextFour (i32.lt_u (local.get $sums) (local.get $end))))))
