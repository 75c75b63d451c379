;; Reduces a picture of four channels of 8 bits with SIMD: each new pixel is the mean of what lies under it.
;; scripts/assemble-wat.mjs makes reduce-by-area-module.ts of this file.
;;
;; The four channels of a pixel are computed together in single precision, in the order in which OpenCV computes them without
;; SIMD, so that the results are the same to the last bit.
;;
;; Taps say which pixels (rows) lie under each new one: eight bytes each, the place of the pixel in its row, in bytes (the
;; address of the row), and its share. Counts say how many taps each new one has.
(module
  (memory (export "memory") 2)

  ;; Writes `$height` rows of `$rowBytes` bytes from `$output` on. `$sums`: room for a row of four floats a pixel.
  (func (export "reduceByArea")
    (param $columnTaps i32) (param $columnCounts i32) (param $rowTaps i32) (param $rowCounts i32)
    (param $sums i32) (param $output i32) (param $rowBytes i32) (param $height i32)
    (local $left i32) (local $row i32) (local $share v128) (local $isFirst i32) (local $at i32) (local $end i32)
    (local $tap i32) (local $lastTap i32) (local $sum v128) (local $to i32)
    (local.set $end (i32.add (local.get $sums) (i32.shl (local.get $rowBytes) (i32.const 2))))
    (block $done
      (loop $nextRow
        (br_if $done (i32.eqz (local.get $height)))
        (local.set $left (i32.load (local.get $rowCounts)))
        (local.set $isFirst (i32.const 1))
        (loop $nextSourceRow
          (local.set $row (i32.load (local.get $rowTaps)))
          (local.set $share (v128.load32_splat offset=4 (local.get $rowTaps)))
          (local.set $at (local.get $sums))
          (local.set $tap (local.get $columnTaps))
          (local.set $to (local.get $columnCounts))
          (loop $nextPixel
            (local.set $lastTap (i32.add (local.get $tap) (i32.shl (i32.load (local.get $to)) (i32.const 3))))
            (local.set $sum (v128.const f32x4 0 0 0 0))
            (loop $nextTap
              (local.set $sum
                (f32x4.add
                  (local.get $sum)
                  (f32x4.mul
                    (f32x4.convert_i32x4_u
                      (i32x4.extend_low_i16x8_u
                        (i16x8.extend_low_i8x16_u
                          (v128.load32_zero (i32.add (local.get $row) (i32.load (local.get $tap)))))))
                    (v128.load32_splat offset=4 (local.get $tap)))))
              (local.set $tap (i32.add (local.get $tap) (i32.const 8)))
              (br_if $nextTap (i32.lt_u (local.get $tap) (local.get $lastTap))))
            (local.set $sum (f32x4.mul (local.get $share) (local.get $sum)))
            (if (i32.eqz (local.get $isFirst))
              (then (local.set $sum (f32x4.add (v128.load (local.get $at)) (local.get $sum)))))
            (v128.store (local.get $at) (local.get $sum))
            (local.set $to (i32.add (local.get $to) (i32.const 4)))
            (local.set $at (i32.add (local.get $at) (i32.const 16)))
            (br_if $nextPixel (i32.lt_u (local.get $at) (local.get $end))))
          (local.set $isFirst (i32.const 0))
          (local.set $rowTaps (i32.add (local.get $rowTaps) (i32.const 8)))
          (local.set $left (i32.sub (local.get $left) (i32.const 1)))
          (br_if $nextSourceRow (local.get $left)))
        ;; Rounded to the nearest whole level, halves to the even one.
        (local.set $at (local.get $sums))
        (loop $nextWhole
          (local.set $sum (i32x4.trunc_sat_f32x4_s (f32x4.nearest (v128.load (local.get $at)))))
          (local.set $sum (i16x8.narrow_i32x4_s (local.get $sum) (local.get $sum)))
          (v128.store32_lane 0 (local.get $output) (i8x16.narrow_i16x8_u (local.get $sum) (local.get $sum)))
          (local.set $output (i32.add (local.get $output) (i32.const 4)))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $nextWhole (i32.lt_u (local.get $at) (local.get $end))))
        (local.set $rowCounts (i32.add (local.get $rowCounts) (i32.const 4)))
        (local.set $height (i32.sub (local.get $height) (i32.const 1)))
        (br $nextRow)))))
