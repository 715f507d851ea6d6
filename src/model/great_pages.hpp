#pragma once
// Memory for great tables that are looked up all over: on Linux, in pages of 2 MiB, of which the processor can remember the
// places of all that such a table has. Small tables, and other systems, have memory as ever.

#include <cstddef>
#include <cstdlib>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace concordat {

template <typename T>
struct GreatPages {
    using value_type = T;

    GreatPages() = default;
    template <typename Other>
    GreatPages(const GreatPages<Other>&) {}

    T* allocate(std::size_t count) {
        if (count > static_cast<std::size_t>(-1) / 2 / sizeof(T)) throw std::bad_array_new_length();
        const std::size_t size = count * sizeof(T);
        if (!is_great(size)) return static_cast<T*>(::operator new(size));
        void* const place = std::aligned_alloc(page, (size + page - 1) / page * page);
        if (!place) throw std::bad_alloc();
#ifdef __linux__
        madvise(place, size / page * page, MADV_HUGEPAGE);  // advice: where it is not taken, nothing is lost but time
#endif
        return static_cast<T*>(place);
    }
    void deallocate(T* place, std::size_t count) {
        if (is_great(count * sizeof(T)))
            std::free(place);
        else
            ::operator delete(place);
    }

    template <typename Other>
    friend bool operator==(const GreatPages&, const GreatPages<Other>&) {
        return true;
    }

private:
    static constexpr std::size_t page = std::size_t{2} << 20U;
    static bool is_great(std::size_t size) { return size >= 2 * page; }
};

}  // namespace concordat
