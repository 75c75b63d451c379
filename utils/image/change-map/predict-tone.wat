;; Predicts the copy's three channels from the source's with SIMD. scripts/assemble-wat.mjs makes predict-tone-module.ts of
;; this file.
;;
;; Two pixels are computed at a time in double precision, and terms are added in the order in which the fit counts them, so
;; that the results are those of a plain loop to the last bit.
(module
  (memory (export "memory") 2)

  ;; For each pair of pixels before the address `$end` in the plane of lightness from `$l` on: the sum of all products
  ;; l^i a^j b^k with i + j + k at most 3, and of the detail, each times its three weights, one for each channel of the
  ;; copy. `$a`, `$b`, `$detail` and the three planes that are written lie `$plane`, twice, three times … as many bytes on.
  ;; `$weights`: 21 times three doubles.
  (func (export "predictTone") (param $l i32) (param $end i32) (param $plane i32) (param $weights i32)
    (local $at i32) (local $weight i32) (local $degreeL i32) (local $degreeA i32) (local $degreeB i32)
    (local $valueL v128) (local $valueA v128) (local $valueB v128)
    (local $ofL v128) (local $ofA v128) (local $ofB v128)
    (local $sumL v128) (local $sumA v128) (local $sumB v128)
    (block $done
      (loop $nextPair
        (br_if $done (i32.ge_u (local.get $l) (local.get $end)))
        (local.set $valueL
          (f64x2.div (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $l))) (v128.const f64x2 100 100)))
        (local.set $at (i32.add (local.get $l) (local.get $plane)))
        (local.set $valueA
          (f64x2.div
            (f64x2.sub (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $at))) (v128.const f64x2 128 128))
            (v128.const f64x2 100 100)))
        (local.set $at (i32.add (local.get $at) (local.get $plane)))
        (local.set $valueB
          (f64x2.div
            (f64x2.sub (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $at))) (v128.const f64x2 128 128))
            (v128.const f64x2 100 100)))
        (local.set $sumL (v128.const f64x2 0 0))
        (local.set $sumA (v128.const f64x2 0 0))
        (local.set $sumB (v128.const f64x2 0 0))
        (local.set $weight (local.get $weights))
        (local.set $ofL (v128.const f64x2 1 1))
        (local.set $degreeL (i32.const 0))
        (loop $nextL
          (local.set $ofA (local.get $ofL))
          (local.set $degreeA (local.get $degreeL))
          (loop $nextA
            (local.set $ofB (local.get $ofA))
            (local.set $degreeB (local.get $degreeA))
            (loop $nextB
              (local.set $sumL
                (f64x2.add (local.get $sumL) (f64x2.mul (v128.load64_splat (local.get $weight)) (local.get $ofB))))
              (local.set $sumA
                (f64x2.add (local.get $sumA) (f64x2.mul (v128.load64_splat offset=8 (local.get $weight)) (local.get $ofB))))
              (local.set $sumB
                (f64x2.add (local.get $sumB) (f64x2.mul (v128.load64_splat offset=16 (local.get $weight)) (local.get $ofB))))
              (local.set $weight (i32.add (local.get $weight) (i32.const 24)))
              (local.set $ofB (f64x2.mul (local.get $ofB) (local.get $valueB)))
              (local.set $degreeB (i32.add (local.get $degreeB) (i32.const 1)))
              (br_if $nextB (i32.le_u (local.get $degreeB) (i32.const 3))))
            (local.set $ofA (f64x2.mul (local.get $ofA) (local.get $valueA)))
            (local.set $degreeA (i32.add (local.get $degreeA) (i32.const 1)))
            (br_if $nextA (i32.le_u (local.get $degreeA) (i32.const 3))))
          (local.set $ofL (f64x2.mul (local.get $ofL) (local.get $valueL)))
          (local.set $degreeL (i32.add (local.get $degreeL) (i32.const 1)))
          (br_if $nextL (i32.le_u (local.get $degreeL) (i32.const 3))))
        (local.set $at (i32.add (local.get $at) (local.get $plane)))
        (local.set $ofB
          (f64x2.div (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $at))) (v128.const f64x2 100 100)))
        (local.set $at (i32.add (local.get $at) (local.get $plane)))
        (v128.store64_lane 0
          (local.get $at)
          (f32x4.demote_f64x2_zero
            (f64x2.add (local.get $sumL) (f64x2.mul (v128.load64_splat (local.get $weight)) (local.get $ofB)))))
        (local.set $at (i32.add (local.get $at) (local.get $plane)))
        (v128.store64_lane 0
          (local.get $at)
          (f32x4.demote_f64x2_zero
            (f64x2.add (local.get $sumA) (f64x2.mul (v128.load64_splat offset=8 (local.get $weight)) (local.get $ofB)))))
        (local.set $at (i32.add (local.get $at) (local.get $plane)))
        (v128.store64_lane 0
          (local.get $at)
          (f32x4.demote_f64x2_zero
            (f64x2.add (local.get $sumB) (f64x2.mul (v128.load64_splat offset=16 (local.get $weight)) (local.get $ofB)))))
        (local.set $l (i32.add (local.get $l) (i32.const 8)))
        (br $nextPair)))))
