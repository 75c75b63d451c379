;; Finds the nearest and the second nearest of many 256-bit descriptors with SIMD. scripts/assemble-wat.mjs makes
;; nearest-descriptors-module.ts of this file.
;;
;; Sixteen descriptors are a block of 512 bytes: the first byte of each, then the second of each, 32 rows of sixteen.
(module
  (memory (export "memory") 2)

  ;; Of each of sixteen descriptors: the bits in which eight rows differ from those of the query, 0 to 64.
  (func $differing (param $rows i32) (param $query i32) (result v128)
    (i8x16.add
      (i8x16.add
        (i8x16.add
          (i8x16.popcnt (v128.xor (v128.load (local.get $rows)) (v128.load8_splat (local.get $query))))
          (i8x16.popcnt (v128.xor (v128.load offset=16 (local.get $rows)) (v128.load8_splat offset=1 (local.get $query)))))
        (i8x16.add
          (i8x16.popcnt (v128.xor (v128.load offset=32 (local.get $rows)) (v128.load8_splat offset=2 (local.get $query))))
          (i8x16.popcnt (v128.xor (v128.load offset=48 (local.get $rows)) (v128.load8_splat offset=3 (local.get $query))))))
      (i8x16.add
        (i8x16.add
          (i8x16.popcnt (v128.xor (v128.load offset=64 (local.get $rows)) (v128.load8_splat offset=4 (local.get $query))))
          (i8x16.popcnt (v128.xor (v128.load offset=80 (local.get $rows)) (v128.load8_splat offset=5 (local.get $query)))))
        (i8x16.add
          (i8x16.popcnt (v128.xor (v128.load offset=96 (local.get $rows)) (v128.load8_splat offset=6 (local.get $query))))
          (i8x16.popcnt (v128.xor (v128.load offset=112 (local.get $rows)) (v128.load8_splat offset=7 (local.get $query))))))))

  ;; Looks up `$queries` descriptors of 32 bytes each at `$query` among the blocks from `$blocks` to `$end`, and writes for
  ;; each three 32-bit numbers from `$found` on: the index of the nearest, its distance, the distance of the second nearest.
  ;; Of equally near ones the first counts. 255 stands for no distance: a byte holds no more. `$count` descriptors are used;
  ;; what else the last block holds does not count.
  (func (export "nearestTwo")
    (param $blocks i32) (param $count i32) (param $query i32) (param $queries i32) (param $found i32)
    (local $rows i32) (local $end i32) (local $index i32) (local $near i32) (local $lane i32)
    (local $best i32) (local $second i32) (local $bestIndex i32) (local $distance i32)
    (local $half v128) (local $whole v128)
    (local.set $end (i32.add (local.get $blocks) (i32.shl (i32.shr_u (i32.add (local.get $count) (i32.const 15)) (i32.const 4)) (i32.const 9))))
    (block $answered
      (loop $nextQuery
        (br_if $answered (i32.eqz (local.get $queries)))
        (local.set $rows (local.get $blocks))
        (local.set $index (i32.const 0))
        (local.set $best (i32.const 255))
        (local.set $second (i32.const 255))
        (local.set $bestIndex (i32.const -1))
        (block $searched
          (loop $nextBlock
            (br_if $searched (i32.ge_u (local.get $rows) (local.get $end)))
            (local.set $half
              (i8x16.add
                (call $differing (local.get $rows) (local.get $query))
                (call $differing (i32.add (local.get $rows) (i32.const 128)) (i32.add (local.get $query) (i32.const 8)))))
            ;; Half of the bits already rule out most blocks.
            (if
              (v128.any_true
                (i8x16.lt_u (local.get $half) (i8x16.splat (local.get $second))))
              (then
                (local.set $whole
                  (i8x16.add_sat_u
                    (local.get $half)
                    (i8x16.add
                      (call $differing (i32.add (local.get $rows) (i32.const 256)) (i32.add (local.get $query) (i32.const 16)))
                      (call $differing (i32.add (local.get $rows) (i32.const 384)) (i32.add (local.get $query) (i32.const 24))))))
                (local.set $near
                  (i8x16.bitmask
                    (i8x16.lt_u (local.get $whole) (i8x16.splat (local.get $second)))))
                (if (local.get $near)
                  (then
                    ;; 16 distances, read one by one.
                    (v128.store (i32.const 0) (local.get $whole))
                    (block $taken
                      (loop $take
                        (br_if $taken (i32.eqz (local.get $near)))
                        (local.set $lane (i32.ctz (local.get $near)))
                        (local.set $near (i32.and (local.get $near) (i32.sub (local.get $near) (i32.const 1))))
                        (br_if $taken (i32.ge_u (i32.add (local.get $index) (local.get $lane)) (local.get $count)))
                        (local.set $distance (i32.load8_u (local.get $lane)))
                        (if (i32.lt_u (local.get $distance) (local.get $best))
                          (then
                            (local.set $second (local.get $best))
                            (local.set $best (local.get $distance))
                            (local.set $bestIndex (i32.add (local.get $index) (local.get $lane))))
                          (else
                            (if (i32.lt_u (local.get $distance) (local.get $second))
                              (then (local.set $second (local.get $distance))))))
                        (br $take)))))))
            (local.set $rows (i32.add (local.get $rows) (i32.const 512)))
            (local.set $index (i32.add (local.get $index) (i32.const 16)))
            (br $nextBlock)))
        (i32.store (local.get $found) (local.get $bestIndex))
        (i32.store offset=4 (local.get $found) (local.get $best))
        (i32.store offset=8 (local.get $found) (local.get $second))
        (local.set $found (i32.add (local.get $found) (i32.const 12)))
        (local.set $query (i32.add (local.get $query) (i32.const 32)))
        (local.set $queries (i32.sub (local.get $queries) (i32.const 1)))
        (br $nextQuery))))
)
