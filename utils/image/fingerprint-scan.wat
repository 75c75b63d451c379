;; Looks through stored fingerprints with SIMD. scripts/assemble-wat.mjs makes fingerprint-scan-module.ts of it.
;;
;; Sixteen hashes are a block of 512 bytes: the first byte of each, then the second of each, 32 rows of sixteen. So one
;; instruction works on sixteen hashes, and bytes that count bits never overflow. Eight rows are a group of 64 bits, which
;; an orientation negates as a whole or not at all.
(module
  (memory (export "memory") 2)

  ;; Of each of sixteen hashes: the bits in which one group differs from the searched hash or from its negative,
  ;; whichever is nearer; 0 to 32.
  (func $nearer (param $rows i32) (param $searched i32) (result v128)
    (local $differing v128)
    (local.set $differing
      (i8x16.add
        (i8x16.add
          (i8x16.add
            (i8x16.popcnt (v128.xor (v128.load (local.get $rows)) (v128.load (local.get $searched))))
            (i8x16.popcnt (v128.xor (v128.load offset=16 (local.get $rows)) (v128.load offset=16 (local.get $searched)))))
          (i8x16.add
            (i8x16.popcnt (v128.xor (v128.load offset=32 (local.get $rows)) (v128.load offset=32 (local.get $searched))))
            (i8x16.popcnt (v128.xor (v128.load offset=48 (local.get $rows)) (v128.load offset=48 (local.get $searched))))))
        (i8x16.add
          (i8x16.add
            (i8x16.popcnt (v128.xor (v128.load offset=64 (local.get $rows)) (v128.load offset=64 (local.get $searched))))
            (i8x16.popcnt (v128.xor (v128.load offset=80 (local.get $rows)) (v128.load offset=80 (local.get $searched)))))
          (i8x16.add
            (i8x16.popcnt (v128.xor (v128.load offset=96 (local.get $rows)) (v128.load offset=96 (local.get $searched))))
            (i8x16.popcnt (v128.xor (v128.load offset=112 (local.get $rows)) (v128.load offset=112 (local.get $searched))))))))
    (i8x16.min_u (local.get $differing) (i8x16.sub (i8x16.splat (i32.const 64)) (local.get $differing))))

  ;; Writes the place of every hash from block `$from` up to `$to` whose four groups together lie within `$limit`
  ;; bits, as 32-bit numbers from `$found` on. `$searched`: 32 rows, each one byte of the searched hash sixteen times.
  ;; Gives the address behind the last place written.
  (func (export "scan")
    (param $blocks i32) (param $from i32) (param $to i32) (param $searched i32) (param $limit i32) (param $found i32)
    (result i32)
    (local $rows i32) (local $end i32) (local $place i32) (local $near i32) (local $sum v128) (local $limits v128)
    (local.set $limits (i8x16.splat (local.get $limit)))
    (local.set $rows (i32.add (local.get $blocks) (i32.shl (local.get $from) (i32.const 9))))
    (local.set $end (i32.add (local.get $blocks) (i32.shl (local.get $to) (i32.const 9))))
    (local.set $place (i32.shl (local.get $from) (i32.const 4)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $rows) (local.get $end)))
        (local.set $sum
          (i8x16.add
            (i8x16.add
              (call $nearer (local.get $rows) (local.get $searched))
              (call $nearer (i32.add (local.get $rows) (i32.const 128)) (i32.add (local.get $searched) (i32.const 128))))
            (call $nearer (i32.add (local.get $rows) (i32.const 256)) (i32.add (local.get $searched) (i32.const 256)))))
        ;; Three groups already rule out nearly every block.
        (if (v128.any_true (i8x16.le_u (local.get $sum) (local.get $limits)))
          (then
            (local.set $sum
              (i8x16.add
                (local.get $sum)
                (call $nearer (i32.add (local.get $rows) (i32.const 384)) (i32.add (local.get $searched) (i32.const 384)))))
            (local.set $near (i8x16.bitmask (i8x16.le_u (local.get $sum) (local.get $limits))))
            (block $written
              (loop $write
                (br_if $written (i32.eqz (local.get $near)))
                (i32.store (local.get $found) (i32.add (local.get $place) (i32.ctz (local.get $near))))
                (local.set $found (i32.add (local.get $found) (i32.const 4)))
                (local.set $near (i32.and (local.get $near) (i32.sub (local.get $near) (i32.const 1))))
                (br $write)))))
        (local.set $rows (i32.add (local.get $rows) (i32.const 512)))
        (local.set $place (i32.add (local.get $place) (i32.const 16)))
        (br $next)))
    (local.get $found)))
